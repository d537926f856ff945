/** The part of autocannon that the benchmarks use. */
declare module 'autocannon' {
  type Options = { url: string; connections: number; duration: number; headers?: Record<string, string> };
  type Result = {
    latency: { p50: number; p97_5: number; p99: number };
    requests: { average: number };
    errors: number;
    non2xx: number;
  };
  const autocannon: (options: Options) => Promise<Result>;
  export = autocannon;
}
