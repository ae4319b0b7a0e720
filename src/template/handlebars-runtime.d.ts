/** The runtime of Handlebars comes without usable types. */
declare module 'handlebars/runtime.js' {
  const runtime: {
    template: (compiled: unknown) => (data: unknown, options?: { helpers?: object }) => string;
  };
  export default runtime;
}

/** The whole of it, compiler included, without the hooks that its main file puts into `require`. */
declare module 'handlebars/dist/cjs/handlebars.js' {
  import Handlebars from 'handlebars';
  export default Handlebars;
}
