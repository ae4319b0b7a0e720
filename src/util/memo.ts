/** Computes a result once for each object and keeps it as long as the object lives. */
export function memo<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const results = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    let result = results.get(key);
    if (!result) {
      result = { value: compute(key) };
      results.set(key, result);
    }
    return result.value;
  };
}

/** Computes a result once for each text. */
export function memoByText<V>(compute: (text: string) => V): (text: string) => V {
  const results = new Map<string, { readonly value: V }>();
  return (text) => {
    let result = results.get(text);
    if (!result) {
      result = { value: compute(text) };
      results.set(text, result);
    }
    return result.value;
  };
}

/** Computes a result when it is first asked for. */
export function once<V>(compute: () => V): () => V {
  let result: { readonly value: V } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}
