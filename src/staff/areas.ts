import type { StaffRole } from './member.ts';

/** The parts of the staff area, and whose they are. What one may read and change, the database decides. */

export interface Area {
  path: string;
  label: string;
  roles: readonly StaffRole[];
}

const everybody = ['editor', 'coordinator', 'clinician', 'admin'] as const;
const keepers = ['coordinator', 'admin'] as const;
const answerers = ['clinician', 'admin'] as const;
const admins = ['admin'] as const;

const areas: Area[] = [
  { path: '/staff/', label: 'Today', roles: everybody },
  { path: '/staff/resources/', label: 'Resources', roles: everybody },
  { path: '/staff/step-down/', label: 'Requests', roles: answerers },
  { path: '/staff/step-down/consents/', label: 'Consents', roles: answerers },
  { path: '/staff/step-down/cohorts/', label: 'Step-down groups', roles: keepers },
  { path: '/staff/events/', label: 'Events', roles: keepers },
  { path: '/staff/meetings/', label: 'Meetings', roles: keepers },
  { path: '/staff/meetings/groups/', label: 'Our groups', roles: keepers },
  { path: '/staff/meetings/feeds/', label: 'Meeting lists', roles: keepers },
  { path: '/staff/record/', label: 'Who did what', roles: ['coordinator', 'clinician', 'admin'] },
  { path: '/staff/team/', label: 'Team', roles: admins },
  { path: '/staff/settings/', label: 'Settings', roles: admins },
];

export const areasOf = (role: StaffRole): Area[] => areas.filter(({ roles }) => roles.includes(role));

/** Whether a page is one of this role's: the longest area that holds it says so. */
export function mayOpen(role: StaffRole, path: string): boolean {
  const holding = areas.filter((area) => `${path}/`.startsWith(area.path));
  const area = holding.sort((a, b) => b.path.length - a.path.length)[0];
  return area?.roles.includes(role) ?? false;
}
