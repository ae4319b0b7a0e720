/** The node to which each alias of a document refers, found in one walk: the package walks the document for each of them. */
import { type Alias, type Document, isAlias, isCollection, isNode, isPair, type ParsedNode } from 'yaml';

/** An alias refers to the last anchor of its name before it. */
export function aliasTargets({ contents }: Document.Parsed): ReadonlyMap<Alias, ParsedNode> {
  const targets = new Map<Alias, ParsedNode>();
  const anchors = new Map<string, ParsedNode>();
  const tasks: unknown[] = [contents];
  while (tasks.length > 0) {
    const node = tasks.pop();
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target) targets.set(node, target);
    } else if (isPair(node)) tasks.push(node.value, node.key);
    else if (isNode(node)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node as ParsedNode);
      if (isCollection(node)) for (let i = node.items.length; i-- > 0; ) tasks.push(node.items[i]);
    }
  }
  return targets;
}
