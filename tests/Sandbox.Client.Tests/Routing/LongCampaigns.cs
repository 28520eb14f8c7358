namespace Sandbox.Client.Tests.Routing;

/// <summary>Tests that take all threads for long run alone: others would wait for theirs, and take that for a server that does not answer.</summary>
[CollectionDefinition(nameof(LongCampaigns), DisableParallelization = true)]
public sealed class LongCampaigns;
