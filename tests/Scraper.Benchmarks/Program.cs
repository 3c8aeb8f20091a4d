using System.CommandLine;
using Scraper.Benchmarks.Commands;

return new RootCommand("Training, evaluation and measurements of Scraper.")
{
    TrainCommand.Create(),
    EvaluateCommand.Create(),
    AblateCommand.Create(),
    BlocksCommand.Create(),
    VerdictsCommand.Create(),
    LinesCommand.Create(),
    MetadataCommand.Create(),
    TimeCommand.Create(),
    DigestCommand.Create(),
    HostileCommand.Create(),
    FuzzCommand.Create(),
    RulesCommand.Create(),
    DaemonCommand.Create(),
    ColdCommand.Create(),
    StoreCommand.Create(),
    ClusterCommand.Create(),
    WebCommand.Create(),
    TemplatesCommand.Create(),
    DriftCommand.Create(),
    StoriesCommand.Create(),
}.Parse(args).Invoke();
