/** What a provider has said of somebody, after it has been checked that it was the provider and meant for us. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | undefined;
  /** Only if the provider has verified it. */
  readonly email: string | undefined;
  readonly timeZone: string | undefined;
}
