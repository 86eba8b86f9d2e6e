import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, by what it waits for: begun last, one file would go on alone. */
const longest = ['mutants/guards', 'faults', 'versioning', 'recovery', 'senders', 'deliveries', 'api/isolation'];

const rank = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((name) => moduleId.includes(`/test/${name}`));
  return place === -1 ? longest.length : place;
};

/** A machine that has not run the tests before knows of no file how long it takes. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- not an array's.
    const bySize = await super.sort(files);
    return bySize.toSorted((one, other) => rank(one) - rank(other));
  }
}
