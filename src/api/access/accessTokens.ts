import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, createLocalJWKSet, errors, exportJWK, jwtVerify, SignJWT, type JWK } from 'jose';
import { z } from 'zod';
import type { TenantId } from '../../domain/ids.ts';
import { refusal } from '../../errors.ts';

const algorithm = 'RS256';
const audience = 'ai-receptionist';
/** RFC 9068: an access token cannot be mistaken for another kind. */
const type = 'at+jwt';
export const accessTokenSeconds = 900;

/** What a token claims; the session's row says whether it still holds. */
export interface AccessClaims {
  userId: string;
  tenantId: TenantId;
  sessionId: string;
}

export interface AccessTokens {
  issue(claims: AccessClaims): Promise<string>;
  /** @throws AppError `auth.required` for whatever is not a valid token of ours. */
  verify(token: string): Promise<AccessClaims>;
  /** The public keys, as `/.well-known/jwks.json` shows them. */
  jwks: { keys: JWK[] };
}

const Claims = z.object({ sub: z.guid(), tenant_id: z.guid(), sid: z.guid() });

const refuse = (cause: unknown): never => {
  throw refusal(cause instanceof errors.JWTExpired ? 'access_token.expired' : 'access_token.invalid');
};

/** The thumbprint (RFC 7638) is the key's id. */
const publicJwkOf = async (key: KeyObject): Promise<JWK> => {
  const jwk = await exportJWK(key);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: algorithm, use: 'sig' };
};

interface SigningKeys {
  /** PKCS #8 PEM. */
  privateKey: string;
  /** SPKI PEMs that are accepted and published besides: the next key before it signs, the last one while its tokens live. */
  otherPublicKeys: readonly string[];
}

/** Access tokens, signed with one RSA key. To change keys and keep users signed in, let both overlap. */
export const createAccessTokens = async (keys: SigningKeys, issuer: string): Promise<AccessTokens> => {
  const privateKey = createPrivateKey(keys.privateKey);
  const current = await publicJwkOf(createPublicKey(privateKey));
  const others = await Promise.all(keys.otherPublicKeys.map((pem) => publicJwkOf(createPublicKey(pem))));
  const jwks = { keys: [current, ...others.filter(({ kid }) => kid !== current.kid)] };
  const keySet = createLocalJWKSet(jwks);
  const checks = {
    algorithms: [algorithm],
    issuer,
    audience,
    typ: type,
    requiredClaims: ['exp', 'iat', 'sub'],
    // Also refuses what was issued in the future. Clocks of several hosts differ.
    maxTokenAge: accessTokenSeconds,
    clockTolerance: 5,
  };

  return {
    jwks,
    issue: ({ userId, tenantId, sessionId }) =>
      new SignJWT({ tenant_id: tenantId, sid: sessionId })
        .setProtectedHeader({ alg: algorithm, typ: type, kid: current.kid ?? '' })
        .setSubject(userId)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setJti(crypto.randomUUID())
        .setExpirationTime(`${accessTokenSeconds}s`)
        .sign(privateKey),
    verify: async (token) => {
      const { payload } = await jwtVerify(token, keySet, checks).catch(refuse);
      const claims = Claims.safeParse(payload);
      if (!claims.success) return refuse(claims.error);
      const { sub, tenant_id, sid } = claims.data;
      return { userId: sub, tenantId: tenant_id, sessionId: sid };
    },
  };
};
