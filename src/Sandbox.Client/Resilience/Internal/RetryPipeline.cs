using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;
using Polly.Retry;
using Sandbox.Client.Errors;
using Sandbox.Client.Errors.Internal;
using Sandbox.Client.Http.Internal;
using Sandbox.Client.Telemetry;
using Sandbox.Client.Telemetry.Internal;

namespace Sandbox.Client.Resilience.Internal;

/// <summary>The default policy as a pipeline: what is repeated, after which wait, and when to give up.</summary>
internal sealed class RetryPipeline
{
    private readonly SandboxClientOptions _options;
    private readonly SandboxRetryOptions _retry;
    private readonly RetryBudget _budget;
    private readonly ILogger _logger;

    private RetryPipeline(SandboxClientOptions options)
    {
        _options = options;
        _retry = options.Retry;
        _budget = new RetryBudget(_retry.Budget);
        _logger = options.LoggerFactory?.CreateLogger(SandboxTelemetry.LoggerCategoryName) ?? NullLogger.Instance;
    }

    public static ResiliencePipeline<HttpResponseMessage> Create(SandboxClientOptions options)
    {
        if (options.Retry.MaxRetries == 0)
        {
            return ResiliencePipeline<HttpResponseMessage>.Empty;
        }

        var policy = new RetryPipeline(options);
        return new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.TimeProvider }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.Retry.MaxRetries,
                ShouldHandle = arguments => ValueTask.FromResult(policy.ShouldRepeat(arguments)),
                DelayGenerator = static arguments => ValueTask.FromResult<TimeSpan?>(((SandboxRequestMessage)arguments.Context.GetRequestMessage()!).NextDelay),
            })
            .Build();
    }

    private bool ShouldRepeat(RetryPredicateArguments<HttpResponseMessage> arguments)
    {
        if (arguments.Context.GetRequestMessage() is not SandboxRequestMessage request)
        {
            return false;
        }

        var (failure, answer) = (arguments.Outcome.Exception, arguments.Outcome.Result);
        if (!RetryRules.MayRepeat(request.Operation, failure, answer))
        {
            if (arguments.AttemptNumber == 0 && answer is { IsSuccessStatusCode: true })
            {
                _budget.Succeeded();
            }

            return false;
        }

        var retryAfter = answer is null ? (failure as SandboxException)?.RetryAfter : ErrorMapper.RetryAfter(answer, _options.TimeProvider);
        request.NextDelay = RetryDelays.Next(_retry, arguments.AttemptNumber, retryAfter, Random());

        // Waiting for an attempt that there would be no time for helps nobody, and the last attempt takes nothing from the others.
        if (arguments.AttemptNumber >= _retry.MaxRetries || request.Elapsed + request.NextDelay >= TimeLimit || !(request.Operation.IsCleanup || _budget.TryTake()))
        {
            return false;
        }

        if (_logger.IsEnabled(LogLevel.Information))
        {
            var reason = answer is null ? failure!.GetType().Name : string.Create(CultureInfo.InvariantCulture, $"status {(int)answer.StatusCode}");
            Log.AttemptFailed(_logger, request.Operation.Name, request.Attempts, reason, request.NextDelay.TotalMilliseconds);
        }

        return true;
    }

    private TimeSpan TimeLimit => _options.OperationTimeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : _options.OperationTimeout;

    // Not a secret: it only spreads clients over time.
#pragma warning disable CA5394
    private static double Random() => System.Random.Shared.NextDouble();
#pragma warning restore CA5394
}
