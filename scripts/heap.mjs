// By default V8 and malloc keep the memory of a burst of requests: 400 MB instead of 200, for 5 % less processor time.
export const heap = ['--max-semi-space-size=4', '--heap-growing-percent=40'];
export const malloc = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072' };
