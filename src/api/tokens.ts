import { createPrivateKey, createPublicKey } from 'node:crypto';
import { calculateJwkThumbprint, createLocalJWKSet, errors, exportJWK, jwtVerify, SignJWT, type JWK } from 'jose';
import { z } from 'zod';
import type { TenantId } from '../domain/ids.ts';
import { permissionsOf, roles, type Permission, type Role } from '../domain/permissions.ts';
import { AppError } from '../errors.ts';

const algorithm = 'RS256';
const audience = 'ai-receptionist';
/** RFC 9068: an access token cannot be mistaken for another kind. */
const type = 'at+jwt';
export const accessTokenSeconds = 3_600;

/** Who is asking. */
export interface Identity {
  userId: string;
  tenantId: TenantId;
  role: Role;
  permissions: readonly Permission[];
}

export interface AccessTokens {
  issue(user: { id: string; tenantId: TenantId; role: Role }): Promise<string>;
  /** @throws AppError `auth.required` for whatever is not a valid token of ours. */
  verify(token: string): Promise<Identity>;
  /** The public keys, as `/.well-known/jwks.json` shows them. */
  jwks: { keys: JWK[] };
}

const Claims = z.object({ sub: z.guid(), tenant_id: z.guid(), role: z.enum(roles) });

const refuse = (cause: unknown): never => {
  const detail =
    cause instanceof errors.JWTExpired ? 'The token has expired; sign in again.' : 'The token is not valid.';
  throw new AppError('auth.required', { detail }, { cause });
};

/** Access tokens, signed with one RSA key; its thumbprint (RFC 7638) is the key's id. */
export const createAccessTokens = async (privateKeyPem: string, issuer: string): Promise<AccessTokens> => {
  const privateKey = createPrivateKey(privateKeyPem);
  const publicJwk = await exportJWK(createPublicKey(privateKey));
  const kid = await calculateJwkThumbprint(publicJwk);
  const jwks = { keys: [{ ...publicJwk, kid, alg: algorithm, use: 'sig' }] };
  const keySet = createLocalJWKSet(jwks);

  return {
    jwks,
    issue: ({ id, tenantId, role }) =>
      new SignJWT({ tenant_id: tenantId, role })
        .setProtectedHeader({ alg: algorithm, typ: type, kid })
        .setSubject(id)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setJti(crypto.randomUUID())
        .setExpirationTime(`${accessTokenSeconds}s`)
        .sign(privateKey),
    verify: async (token) => {
      const checks = { algorithms: [algorithm], issuer, audience, typ: type, requiredClaims: ['exp', 'iat', 'sub'] };
      const { payload } = await jwtVerify(token, keySet, checks).catch(refuse);
      const claims = Claims.safeParse(payload);
      if (!claims.success) return refuse(claims.error);
      const { sub, tenant_id, role } = claims.data;
      return { userId: sub, tenantId: tenant_id, role, permissions: permissionsOf(role) };
    },
  };
};
