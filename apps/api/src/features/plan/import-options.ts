/** How a file is loaded; without options it only adds. */
export type ImportOptions = {
  /** The plan is there already and published: what the file says of its measures is taken. */
  isUpdate?: boolean;
  /** Names and descriptions that plans share are taken from the file. */
  replacesNames?: boolean;
  /** Figures, targets and breaks that are stored are taken from the file. */
  replacesFigures?: boolean;
  /** Whether the lights of a file that was copied from another year are loaded. */
  lights?: 'with' | 'without';
  /** First and last month that lights without a round assess. */
  assessed?: { from: string; to: string };
};
