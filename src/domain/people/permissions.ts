export const permissions = [
  'answering:read',
  'answering:write',
  'answering:override',
  'calls:create',
  'calls:read',
  'calls:control',
  'contacts:read',
  'contacts:write',
  'work_items:read',
  'work_items:write',
  'sms:create',
  'phone_numbers:create',
  'phone_numbers:read',
  'recordings:read',
  'analytics:read',
  'system:read',
  'deliveries:read',
  'deliveries:retry',
  'settings:read',
  'settings:write',
  'users:read',
  'users:write',
  'api_keys:read',
  'api_keys:write',
  'audit:read',
  'privacy:read',
  'privacy:write',
  'ownership:transfer',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = ['owner', 'admin', 'dispatcher', 'viewer', 'privacy_officer'] as const;
export type Role = (typeof roles)[number];

const viewing: readonly Permission[] = [
  'answering:read',
  'calls:read',
  'contacts:read',
  'work_items:read',
  'recordings:read',
  'analytics:read',
  'phone_numbers:read',
];

/** A role is a set of permissions. */
const granted: Record<Role, readonly Permission[]> = {
  owner: permissions,
  admin: permissions.filter((permission) => permission !== 'ownership:transfer'),
  /** Works with callers all day: calls them back, texts them, notes who they are, does what was promised to them, closes early, sends a job's event again. */
  dispatcher: [
    ...viewing,
    'answering:override',
    'calls:create',
    'calls:control',
    'contacts:write',
    'work_items:write',
    'sms:create',
    'deliveries:read',
    'deliveries:retry',
    'system:read',
  ],
  viewer: viewing,
  /** Law 25 asks for a person in charge of personal information, who sees what is kept and who has looked. */
  privacy_officer: [
    'calls:read',
    'contacts:read',
    'contacts:write',
    'work_items:read',
    'recordings:read',
    'users:read',
    'audit:read',
    'privacy:read',
    'privacy:write',
  ],
};

export const permissionsOf = (role: Role): readonly Permission[] => granted[role];

/** The owner is made with the tenant or by a transfer, and no user gives a role that can do more than their own. */
export const mayGrant = (by: readonly Permission[], role: Role): boolean =>
  role !== 'owner' && granted[role].every((permission) => by.includes(permission));
