using Sandbox.Client.Mutation;

// Compares the mutants that survived with those that may, each with its reason: <report.json> <survivors.tsv>...
var mutants = Mutant.Read(args[0]).Where(mutant => mutant.Counts).ToList();
var excused = args[1..].SelectMany(File.ReadLines).Where(line => line.Length > 0 && line[0] != '#').Select(line => line[..line.LastIndexOf('\t')]).ToHashSet(StringComparer.Ordinal);
var survivors = mutants.Where(mutant => mutant.Survived).ToList();
var unexcused = survivors.Where(mutant => !excused.Contains(mutant.Key)).ToList();

Console.WriteLine($"{mutants.Count} mutants: {mutants.Count - survivors.Count} killed, {survivors.Count - unexcused.Count} that no test can kill, {unexcused.Count} that some test should.");
foreach (var mutant in unexcused)
{
    Console.WriteLine($"line {mutant.Number} {mutant.Status}: {mutant.Key}");
}

return mutants.Count > 0 && unexcused.Count == 0 ? 0 : 1;
