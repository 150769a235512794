/** What is wrong with a field of a file that a person wrote, or with the file itself; words stand in `words`. */
export interface FileProblem {
  readonly code:
    | 'missing' // of this type
    | 'wrong-type'
    | 'one-of' // these values
    | 'unknown-field' // these names
    | 'too-few' // entries, or characters
    | 'too-small'
    | 'too-big'
    | 'not-json' // at this place
    | 'unreadable' // by this code of the system
    | 'not-a-file'
    | 'too-long' // more MB than this
    | 'taken' // this id
    | 'script' // this program
    | 'expected'; // this, in the schema's own words
  readonly detail: string;
}
