# The command in an image without a shell, for CI that runs containers. It is built where a release is published:
#
#     docker build --build-arg VERSION=0.1.0 --tag consul-cfg:0.1.0 .
#     docker run --rm --volume "$PWD:/work:ro" consul-cfg:0.1.0 lint .
FROM node:24-bookworm-slim AS package
ARG VERSION
RUN npm install --global --prefix /package --ignore-scripts "consul-cfg@${VERSION:?name it with --build-arg VERSION=}"

FROM gcr.io/distroless/nodejs24-debian12:nonroot
COPY --from=package /package/lib/node_modules/consul-cfg /consul-cfg
WORKDIR /work
ENTRYPOINT ["/nodejs/bin/node", "/consul-cfg/dist/cli/cli.cjs"]
CMD ["--help"]
