import { everyWeek, type ListedMeeting } from '#meetings/schema.ts';

/** A meeting of a Sunday evening in Denver, in person, changed where a test cares. */
export function listedMeeting(changes: Partial<ListedMeeting> = {}): ListedMeeting {
  return {
    ...{ slug: 'sunday-evening', sourceKey: null, name: 'Sunday evening', fellowship: 'aa' },
    ...{ day: 0, startTime: '19:00', endTime: null, timeZone: 'America/Denver' },
    ...{ mode: 'in-person', groupName: null, location: 'Hall', address: null, region: null },
    ...{ latitude: null, longitude: null, joinUrl: null, joinPhone: null, joinNotes: null, notes: null },
    ...{ types: [], otherTypes: [], language: null, alumniOnly: false, facilitatorFirstName: null },
    ...{ schedule: everyWeek, exceptions: [], joinAfterPress: false },
    ...{ confirmedAt: null, source: null, updatedAt: '2026-11-01T12:00:00+00:00' },
    ...changes,
  };
}
