/** Who looks at the desk, as far as what they see first depends on it. What they may do, the database decides. */
export interface Viewer {
  id: string;
  name: string;
  publishes: boolean;
}

/** `staff` as the door of the staff area let them in. */
export const viewerOf = ({ id, name, role }: { id: string; name: string; role: string }): Viewer => ({
  id,
  name,
  publishes: role !== 'editor',
});
