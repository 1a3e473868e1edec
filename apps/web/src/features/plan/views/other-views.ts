// One file to fetch for all of them: each alone is too small to be worth a request.
export { LightsView } from './lights-view.tsx';
export { MatrixView } from './matrix-view.tsx';
export { TableView } from './table-view.tsx';
