export const permissions = [
  'calls:create',
  'calls:read',
  'sms:create',
  'phone_numbers:create',
  'phone_numbers:read',
  'recordings:read',
  'analytics:read',
  'system:read',
  'deliveries:read',
  'settings:read',
  'settings:write',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = ['owner', 'admin'] as const;
export type Role = (typeof roles)[number];

const everything: readonly Permission[] = permissions;

/** A role is a set of permissions. */
const granted: Record<Role, readonly Permission[]> = { owner: everything, admin: everything };

export const permissionsOf = (role: Role): readonly Permission[] => granted[role];
