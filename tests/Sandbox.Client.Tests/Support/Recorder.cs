namespace Sandbox.Client.Tests.Support;

/// <summary>Keeps what is reported, on the thread that reports it.</summary>
internal sealed class Recorder<T> : IProgress<T>
{
    private readonly List<T> _reports = [];

    public IReadOnlyList<T> Reports
    {
        get
        {
            lock (_reports)
            {
                return [.. _reports];
            }
        }
    }

    public void Report(T value)
    {
        lock (_reports)
        {
            _reports.Add(value);
        }
    }
}
