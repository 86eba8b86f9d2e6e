import type { KeptBundle } from './bundles.ts';
import type { Version, VersionStatus } from './deployment.ts';

/** A worker signs its own bundle this often, and looks around. */
export const lookMs = 5_000;

/** Without a signature for so long, the workers that brought a bundle are gone. */
export const absenceMs = 4 * lookMs;

/** A drained version may be promoted again, and an operator may query its ended calls. */
const keepMs = 14 * 86_400_000;

export interface Plan {
  /** Bundles of other versions that this worker runs, too. */
  serve: KeptBundle[];
  /** Versions with open calls whose code is not in the folder. */
  missing: string[];
  expired: KeptBundle[];
}

interface Situation {
  own: string;
  versions: Version[];
  bundles: KeptBundle[];
  now: Date;
}

const openStatuses: VersionStatus[] = ['current', 'ramping', 'draining'];

/** What a worker does for the other versions, by what Temporal and the shared folder say. */
export const planVersions = ({ own, versions, bundles, now }: Situation): Plan => {
  const ageMs = ({ signedAt }: KeptBundle): number => now.getTime() - signedAt.getTime();
  const bundleOf = (buildId: string) => bundles.find((bundle) => bundle.buildId === buildId);
  const others = versions.filter(({ buildId }) => buildId !== own);
  const open = others.filter(({ status }) => openStatuses.includes(status));
  const ownSince = versions.find(({ buildId }) => buildId === own)?.createdAt ?? now;
  /** Later code may want activities that we do not have: it is ours to run only when its own workers are gone. */
  const isOurs = ({ createdAt }: Version, bundle: KeptBundle): boolean =>
    createdAt <= ownSince || ageMs(bundle) > absenceMs;
  return {
    serve: open.flatMap((version) => {
      const bundle = bundleOf(version.buildId);
      return bundle && isOurs(version, bundle) ? [bundle] : [];
    }),
    missing: open.flatMap(({ buildId }) => (bundleOf(buildId) ? [] : [buildId])),
    expired: others.flatMap(({ buildId, status }) => {
      const bundle = bundleOf(buildId);
      return bundle && status === 'drained' && ageMs(bundle) > keepMs ? [bundle] : [];
    }),
  };
};
