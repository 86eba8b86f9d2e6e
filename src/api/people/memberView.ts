import { z } from 'zod';
import type { User } from '../../db/entities.ts';
import { roles } from '../../domain/people/permissions.ts';
import { memberStatuses, memberStatusOf } from './members.ts';
import { Id, Instant } from '../http/fields.ts';

/** As colleagues see each other. */
export const MemberView = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string(),
    role: z.enum(roles),
    status: z.enum(memberStatuses).describe('`invited` until they have set a password'),
    createdAt: Instant,
    lastLoginAt: Instant.nullable(),
    deactivatedAt: Instant.nullable(),
  })
  .meta({ id: 'Member', description: 'A person who works for the tenant' });

export const presentMember = (user: User) => Object.assign({}, user, { status: memberStatusOf(user) });

export const InvitationView = z
  .object({
    token: z.string().describe('The part of the URL after `#/invitation/`'),
    url: z.string().describe('Pass it on to the invited: the person who opens it sets the password'),
    expiresAt: Instant,
  })
  .meta({ id: 'Invitation', description: 'Shown this once: only its hash is kept' });

export const exampleMember = {
  id: '019b7c3e-0000-7000-8000-0000000000ab',
  email: 'amelie@demohvac.com',
  name: 'Amélie Roy',
  role: 'dispatcher',
  status: 'active',
  createdAt: '2026-01-15T10:30:00.000Z',
  lastLoginAt: '2026-01-20T08:02:00.000Z',
  deactivatedAt: null,
};

export const exampleInvited = { ...exampleMember, status: 'invited', lastLoginAt: null };

export const exampleInvitation = {
  token: 'inv_Zm9vYmFy…',
  url: 'https://api.example.com/#/invitation/inv_Zm9vYmFy…',
  expiresAt: '2026-01-22T10:30:00.000Z',
};
