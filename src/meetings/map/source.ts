/** What the map shows of one meeting. */
export interface MeetingOnMap {
  name: string;
  /** The language of the name, where it is not that of the page. */
  lang?: string | undefined;
  href: string;
  /** As “Today, 7:00 pm”. */
  when: string;
  /** As “In person, Grace Church”. */
  how: string;
  /** The place it is held at, to name a marker that stands for several meetings there. */
  where?: string | undefined;
}

/** The meetings that a map is opened on. Rows are numbers into the columns. */
export interface MapSource {
  /** Degrees, NaN where a meeting has no place. */
  latitudes: Float32Array;
  longitudes: Float32Array;
  /** Which rows are shown, in the order of the list. */
  rows: Uint32Array;
  describe(row: number): MeetingOnMap;
}

export interface MeetingMap {
  /** Shows other rows, where the map stands. */
  show(rows: Uint32Array): void;
  /** Takes the map away. The host is empty afterwards. */
  close(): void;
}
