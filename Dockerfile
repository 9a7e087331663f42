# One image for the gateway and every subgraph; what a container runs is its command. Debian, not Alpine: the query
# planner's binary is built for glibc.
FROM node:20-bookworm-slim

ENV NODE_ENV=production
WORKDIR /app

# Dependencies change less often than sources: this layer is kept between builds.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force

COPY tsconfig.json ./
COPY schema schema
COPY subgraphs subgraphs
COPY gateway gateway

# Nothing here needs to write; where no MONGODB_URI is set, DATA_DIR does.
RUN mkdir /data && chown node:node /data
ENV HOST=0.0.0.0 DATA_DIR=/data
USER node

CMD ["node", "--import", "tsx", "gateway/main.ts"]
