FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY client/package.json client/
RUN npm ci
COPY . .
# The workflow code is bundled once, here: a production start does not bundle.
RUN npm run build:workflows && npm prune --omit=dev

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production WORKFLOW_BUNDLE=dist/workflows.cjs WORKFLOW_BUNDLE_DIR=/data/workflow-bundles
# Earlier versions of the workflow code live on here, for the calls that are pinned to them: a volume.
RUN mkdir -p /data/workflow-bundles && chown -R node:node /data
COPY --from=build --chown=node:node /app /app
USER node
EXPOSE 3000
CMD ["node", "src/api/main.ts"]
