/** Protocols that encrypt by themselves, as `protocolName` writes them. */
const encrypting = new Set(
  'https tls ssl ssh sftp ftps scp wss ldaps smtps imaps mqtts amqps coaps dtls quic http3 ipsec wireguard mtls'.split(
    ' ',
  ),
);

/** What somebody wrote as protocol, in one form: "HTTP/S" and "https" are `https`, "TLS 1.3" is `tls`. */
export function protocolName(written: string): string {
  const plain = written.toLowerCase().replace(/[^a-z0-9]/g, '');
  return encrypting.has(plain) ? plain : plain.replace(/v?\d+$/, '');
}

export const encryptsByItself = (protocol: string): boolean => encrypting.has(protocolName(protocol));
