/** Screens of one municipality. */
export const maxDisplays = 200;
export const maxRoom = 60;
/** Seconds that a page of a scene is shown. */
export const minSceneSeconds = 10;
export const maxSceneSeconds = 120;
