/** The home of this project; every link to its pages starts here. */
export const REPOSITORY = 'https://github.com/windows-inf/windows-inf';

/** The page of a rule, with examples and reasons. */
export function rulePage(rule: string): string {
  return `${REPOSITORY}/blob/main/docs/rules/${rule}.md`;
}

/** The page about all of InfVerif's codes. */
export const INFVERIF_PAGE = `${REPOSITORY}/blob/main/docs/infverif.md`;
