namespace QuickStart;

/// <summary>Takes the progress of a wait in its order; <see cref="Progress{T}"/> would hand it to other threads.</summary>
internal sealed class Report<T>(Action<T> report) : IProgress<T>
{
    void IProgress<T>.Report(T value) => report(value);
}
