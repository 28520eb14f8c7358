namespace Sandbox.Client.Resilience.Internal;

/// <summary>What all calls of a client may repeat together: a server in trouble must not get several times the load.</summary>
internal sealed class RetryBudget(int retries)
{
    private const int CostOfRetry = 10;
    private const int GainOfSuccess = 1;

    private readonly Lock _lock = new();
    private readonly int _most = retries * CostOfRetry;
    private int _left = retries * CostOfRetry;

    /// <summary>Takes one repetition; false when there is none left.</summary>
    public bool TryTake()
    {
        lock (_lock)
        {
            if (_left < CostOfRetry)
            {
                return false;
            }

            _left -= CostOfRetry;
            return true;
        }
    }

    /// <summary>Gives a tenth of a repetition back.</summary>
    public void Succeeded()
    {
        lock (_lock)
        {
            _left = Math.Min(_left + GainOfSuccess, _most);
        }
    }
}
