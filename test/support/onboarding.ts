import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { AuditEvent } from '../../src/db/entities.ts';
import { systemEm } from '../../src/db/core/tenancy.ts';
import type { Role } from '../../src/domain/people/permissions.ts';
import type { Answer, SignedIn, TestApi } from './http.ts';

export const newPassword = 'une phrase assez longue';

/** What people do who come and go. */
export const onboardingOf = (api: TestApi) => {
  const post = (path: string, body: unknown): Promise<Answer> =>
    api.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  const accept = (token: string, more: object = {}) =>
    post('/auth/invitations/accept', { token, password: newPassword, ...more });

  const invite = async (by: SignedIn, role: Role = 'viewer') => {
    const email = `${role}-${randomUUID()}@invited.test`;
    const { status, body } = await by.post('/dashboard/users', { email, name: 'Inès', role });
    expect([status, body.code]).toEqual([201, undefined]);
    return { id: String(body.user.id), email, token: String(body.invitation.token), body };
  };

  /** Invited by a user, and signed in. */
  const join = async (by: SignedIn, role: Role): Promise<SignedIn> => {
    const { id, email, token } = await invite(by, role);
    const { body } = await accept(token);
    const { accessToken, refreshToken } = body;
    const send: SignedIn['send'] = (method, path, payload, headers = {}) =>
      api.request(path, {
        method,
        headers: {
          authorization: `Bearer ${accessToken}`,
          ...(payload !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(payload !== undefined && { body: JSON.stringify(payload) }),
      });
    return {
      ...by,
      email,
      password: newPassword,
      token: accessToken,
      refreshToken,
      userId: id,
      get: (path, headers) => send('GET', path, undefined, headers),
      send,
      put: (path, payload) => send('PUT', path, payload),
      post: (path, payload, headers) => send('POST', path, payload, headers),
    };
  };

  return {
    post,
    accept,
    invite,
    join,
    login: (email: string, password = newPassword) => post('/auth/login', { email, password }),
    change: (by: SignedIn, { userId }: { userId: string }, changes: object) =>
      by.send('PATCH', `/dashboard/users/${userId}`, changes),
    /** Oldest first. */
    audited: (targetId: string, action?: string) =>
      systemEm(api.app.orm).find(
        AuditEvent,
        { targetId, ...(action !== undefined && { action }) },
        { orderBy: { id: 'asc' } },
      ),
  };
};
