/** Screens of one municipality. */
export const maxDisplays = 200;
export const maxRoom = 60;
/** How long a scene, or a page of one, is shown. */
export const minSceneSeconds = 10;
export const maxSceneSeconds = 120;
