// horocycle-cli: methods, info, run, plugins, replay.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "core/base/version.h"
#include "core/plugin/plugins.h"

namespace {

using namespace horo;

int exitStatus(Blame blame) {
    return blame == Blame::Input ? 1 : blame == Blame::Usage ? 2 : blame == Blame::Cancelled ? 3 : 4;
}

int printError(const Error& error) {
    fmt::print(stderr, "{}\n", error.text());
    return exitStatus(error.blame);
}

int usage(const CLI::App& app, const CLI::ParseError& fault) {
    if (fault.get_exit_code() == 0) return app.exit(fault);  // --help, --version
    std::string text = fault.what();
    std::replace(text.begin(), text.end(), '\n', ' ');
    fmt::print(stderr, "{}; see horocycle-cli --help\n", text);
    return 2;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Horocycle without a screen: what a view shows, a command prints.", "horocycle-cli");
    app.set_version_flag("--version", versionText());
    app.require_subcommand(1);

    cli::MethodsOptions methods;
    auto* methodsCommand =
        app.add_subcommand("methods", "what exists: inputs, outputs and parameters of each method");
    methodsCommand->add_option("id", methods.id, "one method");
    methodsCommand->add_flag("--json", methods.json, "as JSON");

    cli::InfoOptions info;
    auto* infoCommand = app.add_subcommand("info", "what a source is, its numbers, what is wrong with it");
    infoCommand
        ->add_option("source", info.source, "a file, a folder, - or a named source such as wordnet:mammal")
        ->required();
    infoCommand->add_flag("--json", info.json, "as JSON");

    cli::RunOptions run;
    auto* runCommand = app.add_subcommand("run", "run a method");
    runCommand->add_option("id", run.id, "the method, for example embed.taxonomy")->required();
    runCommand->add_option("--in", run.inputs, "NAME=SOURCE, an input")->allow_extra_args(false);
    runCommand->add_option("--set", run.settings, "PARAM=VALUE, a parameter")->allow_extra_args(false);
    runCommand->add_option("--out", run.out, "file for the output; others go beside it");
    runCommand->add_option("--session", run.session, "session file to create or add to");
    runCommand->add_option("--seed", run.seed, "seed of the random numbers");
    runCommand->add_option("--threads", run.threads, "threads to use; 0 = all")->check(CLI::Range(0, 1024));
    runCommand->add_option("--device", run.device, "cpu, cuda or auto")
        ->check(CLI::IsMember({"cpu", "cuda", "auto"}));
    runCommand->add_flag("--deterministic", run.deterministic, "same seed, same bytes");
    runCommand->add_flag("--json", run.json, "as JSON");

    cli::PluginsOptions plugins;
    auto* pluginsCommand = app.add_subcommand("plugins", "plugins that are found, their state and why");
    pluginsCommand->add_flag("--json", plugins.json, "as JSON");
    auto* checkCommand = pluginsCommand->add_subcommand("check", "open one plugin and test what it offers");
    checkCommand->add_option("file", plugins.check, "NAME.plugin.json, or its folder or library")->required();
    checkCommand->add_flag("--json", plugins.json, "as JSON");
    pluginsCommand->add_subcommand("on", "switch a plugin on, for this and all later starts")
        ->add_option("id", plugins.on, "its id")
        ->required();
    pluginsCommand->add_subcommand("off", "switch a plugin off")
        ->add_option("id", plugins.off, "its id")
        ->required();
    pluginsCommand->require_subcommand(0, 1);

    cli::ReplayOptions replay;
    auto* replayCommand =
        app.add_subcommand("replay", "run a session's provenance again and say what differs");
    replayCommand->add_option("session", replay.session, "session file")->required();
    replayCommand->add_option("--out", replay.out, "folder for what is made again");
    replayCommand->add_flag("--json", replay.json, "as JSON");

    try {
        // "-?format=edges" is a source, which CLI11 would take for an option: a space hides it.
        std::vector<std::string> arguments;
        for (int i = argc; i-- > 1;)
            arguments.push_back(std::string(argv[i]).starts_with("-?") ? " " + std::string(argv[i])
                                                                       : argv[i]);
        app.parse(arguments);
        if (info.source.starts_with(" -?")) info.source.erase(0, 1);
    } catch (const CLI::ParseError& fault) {
        return usage(app, fault);
    }
    cli::catchInterrupt();
    try {
        if (!*pluginsCommand) Plugins::global();  // what they offer is there for all other commands
        const auto status = *methodsCommand   ? cli::methods(methods)
                            : *infoCommand    ? cli::info(info)
                            : *pluginsCommand ? cli::plugins(plugins)
                            : *replayCommand  ? cli::replay(replay)
                                              : cli::run(run);
        if (!status) return printError(status.error());
        if (std::fflush(stdout) == 0) return *status;
    } catch (const std::exception& fault) {
        if (std::ferror(stdout) == 0) return printError(programError(fault.what()));
    }
    return printError(inputError("standard output cannot be written", "free some space, or use --out"));
}
