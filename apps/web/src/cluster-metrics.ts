import { AggregatorRegistry, type Registry, type RegistryContentType } from 'prom-client';

/** In the first process: what all web processes have measured. */
export function metricsOfAll(): () => Promise<string> {
  const registry = new AggregatorRegistry<RegistryContentType>();
  return () => registry.clusterMetrics();
}

/** In a web process: tells the first one what it has measured, whenever that asks. */
export function tellMetrics(own: Registry): void {
  AggregatorRegistry.setRegistries(own);
  // Making one is what lets this process answer.
  void new AggregatorRegistry();
}
