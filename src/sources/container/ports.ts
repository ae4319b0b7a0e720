/** Ports as the command line of Docker publishes them. */
import type { PublishedPort } from '../../subjects/container.ts';
import type { MappedText } from '../../text/source/mapped-text.ts';

/** `8500:8500`, `127.0.0.1:8500:8500/tcp`, ranges. */
export function publishedBy(word: MappedText): readonly PublishedPort[] {
  const parts = word.text.split(/:(?![^[]*\])/);
  const [port = '', protocol] = (parts.at(-1) ?? '').split('/');
  const range = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(port);
  if (protocol === 'udp') return [];
  const ports = range ? ([Number(range[1]), Number(range[2] ?? range[1])] as const) : undefined;
  return [{ host: parts.length > 2 ? parts[0] : undefined, ports, at: word.at }];
}
