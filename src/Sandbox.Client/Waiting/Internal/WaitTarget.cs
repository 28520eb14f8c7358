using System.Globalization;
using Sandbox.Client.Errors;
using Sandbox.Client.Errors.Internal;
using Sandbox.Client.Http.Internal;

namespace Sandbox.Client.Waiting.Internal;

/// <summary>What is waited for, and how that reads in errors.</summary>
internal abstract class WaitTarget<T>
    where T : class
{
    /// <summary>Whether the record is what was waited for.</summary>
    public abstract bool IsReached(T record);

    /// <summary>The error of a record that will never be what was waited for; null while it may.</summary>
    public abstract SandboxException? Ended(T record);

    /// <summary>Whether somebody who follows the progress has seen as much already.</summary>
    public abstract bool LooksLike(T record, T earlier);

    /// <summary>The error of a thing that is not there, or not any more.</summary>
    public abstract SandboxNotFoundException Gone();

    /// <summary>The error when the time is over.</summary>
    public abstract SandboxWaitTimeoutException TimedOut(TimeSpan timeout, T? last, Exception? lastFailure);

    protected static SandboxNotFoundException Gone(Operation operation, string thing) =>
        new SandboxNotFoundException($"{operation} failed: there is no such {thing}.").Describe(operation, outcome: OperationOutcome.Definite);

    protected static string TimedOutSentence(Operation operation, string wanted, TimeSpan timeout, string? state, Exception? lastFailure)
    {
        var known = state is null ? "no answer told its status" : $"it was {state}";
        var failure = lastFailure is null ? "" : " The last look at it failed, see the inner exception.";
        return string.Create(CultureInfo.InvariantCulture, $"{operation} failed: the {wanted} within {timeout.TotalSeconds:0.###} s; {known}.{failure}");
    }
}
