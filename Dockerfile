# One image for the gateway, the worker and the command line.
FROM node:22-bookworm-slim AS build
WORKDIR /catena
COPY package.json package-lock.json .npmrc ./
# The embedded Postgres is for machines without one; here there is a server.
RUN npm ci --include=dev --ignore-scripts
COPY . .
RUN node apps/cli/bin/build-all.mjs

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /catena
COPY --from=build --chown=node:node /catena ./
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "--max-semi-space-size=32", "dist/apps/gateway/src/main.js"]
