let taken = 0;

/** An address for a pod. The API server takes none of the loopback interface. */
export function takePodAddress() {
  taken += 1;
  return `10.244.${taken >> 8}.${taken & 255}`;
}

/** Where the processes behind an address of the cluster are found on this machine: 127.244.0.1 for 10.244.0.1. */
export const onLoopback = (address) => address.replace(/^10\./, '127.');
