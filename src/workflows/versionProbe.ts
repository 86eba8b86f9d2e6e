/** Ends at once. Pinned to a version, it shows that workers run that version's code. */
export async function versionProbeWorkflow(): Promise<void> {}
