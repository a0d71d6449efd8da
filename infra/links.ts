// Linked tables, buckets and functions tell their name and nothing else. SST's own links also grant `dynamodb:*`,
// `s3:*` and `lambda:InvokeFunction`: what is granted is in grants.ts alone.
sst.Linkable.wrap(sst.aws.Dynamo, ({ name }) => ({ properties: { name } }));
sst.Linkable.wrap(sst.aws.Bucket, ({ name }) => ({ properties: { name } }));
sst.Linkable.wrap(sst.aws.Function, ({ name }) => ({ properties: { name } }));
