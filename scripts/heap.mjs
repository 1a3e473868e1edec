// Left alone, V8 and malloc keep what one burst of requests took: 400 MB where 200 do, for 5 % less processor time.
export const heap = ['--max-semi-space-size=4', '--heap-growing-percent=40'];
export const malloc = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072' };
