// horocycle [SESSION|FILE|SOURCE ...] and horocycle figure ...
#include <fmt/format.h>

#include <QApplication>
#include <QIcon>
#include <QSettings>
#include <QSurfaceFormat>

#include "app/FigureCommand.h"
#include "app/MainWindow.h"
#include "core/base/version.h"
#include "core/method/job_threads.h"
#include "views/plugin/PluginViews.h"
#include "views/theme/Icons.h"
#include "views/theme/ThemeSource.h"

using namespace horo;

namespace {

constexpr const char* usage =
    "horocycle [SESSION|FILE|FOLDER|SOURCE ...]   open the workbench, for example: horocycle wordnet:mammal\n"
    "horocycle figure SESSION --view NAME --out FILE   draw a figure without a window\n"
    "horocycle --version | --help\n";

void prepareGraphics() {
    // Docks that float and come back keep their GL context only when contexts are shared.
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setSamples(0);
    QSurfaceFormat::setDefaultFormat(format);
}

int runWindow(const QStringList& sources, Plugins& plugins) {
    app::MainWindow window({[&plugins] { return plugins.all(); },
                            [&plugins](const std::string& id, bool off) { return plugins.setOff(id, off); },
                            [&plugins](const std::string& id) { return plugins.tryAgain(id); },
                            QString::fromStdString(userPluginFolder().string())});
    if (const auto geometry = QSettings().value("geometry").toByteArray(); !geometry.isEmpty())
        window.restoreGeometry(geometry);
    window.show();
    for (const QString& source : sources)
        source.startsWith("wordnet:") ? window.openSample(source) : window.open(source);
    return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
    const QString first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (first == "--version" || first == "--help") {
        fmt::print("{}", first == "--help" ? usage : versionText() + "\n");
        return 0;
    }
    const bool figure = first == "figure";
    if (figure) qputenv("QT_QPA_PLATFORM", "offscreen");
    prepareGraphics();
    QApplication application(argc, argv);
    QApplication::setApplicationName("Horocycle");
    QApplication::setOrganizationName("Horocycle");
    QApplication::setApplicationVersion(QString::fromStdString(versionText()));
    QGuiApplication::setDesktopFileName("org.horocycle.Horocycle");
    auto& theme = views::ThemeSource::instance();
    theme.install(application, static_cast<views::ThemeChoice>(QSettings().value("theme", 0).toInt()));
    theme.setMotion(QSettings().value("motion", true).toBool());
    Plugins& plugins = Plugins::global(views::workbenchHost());
    const QStringList arguments = QApplication::arguments();
    if (figure) return app::runFigureCommand(arguments.mid(2));

    const int status = runWindow(arguments.mid(1), plugins);
    if (JobThreads::anyLeft()) std::_Exit(status);
    return status;
}
