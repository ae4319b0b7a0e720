/** The runtime of Handlebars has no usable types of its own. */
declare module 'handlebars/runtime.js' {
  const runtime: {
    template: (compiled: unknown) => (data: unknown, options?: { helpers?: object }) => string;
  };
  export default runtime;
}
