namespace Sandbox.Client.Resilience.Internal;

/// <summary>What all calls of a client may repeat together: a server in trouble must not get several times the load.</summary>
internal sealed class RetryBudget(int retries)
{
    private const int CostOfRetry = 10;
    private const int GainOfSuccess = 1;

    private readonly int _most = retries * CostOfRetry;
    private int _left = retries * CostOfRetry;

    /// <summary>Takes one repetition; false when there is none left.</summary>
    public bool TryTake()
    {
        for (var left = Volatile.Read(ref _left); left >= CostOfRetry;)
        {
            var seen = Interlocked.CompareExchange(ref _left, left - CostOfRetry, left);
            if (seen == left)
            {
                return true;
            }

            left = seen;
        }

        return false;
    }

    /// <summary>Gives a tenth of a repetition back.</summary>
    public void Succeeded()
    {
        var left = Volatile.Read(ref _left);
        while (left < _most)
        {
            var seen = Interlocked.CompareExchange(ref _left, Math.Min(left + GainOfSuccess, _most), left);
            if (seen == left)
            {
                return;
            }

            left = seen;
        }
    }
}
