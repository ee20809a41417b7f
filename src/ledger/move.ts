/** A path that leads to another for good; both start with a slash and leave the base out. */
export interface Move {
  from: string;
  to: string;
}
