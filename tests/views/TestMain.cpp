#include "tests/views/TestMain.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

#include <cstdio>

#include "views/theme/ThemeSource.h"

namespace horo::views {

namespace {

// The platform "offscreen" says this of every window; it is not about us.
const QRegularExpression& seriousWarning() {
    static const QRegularExpression pattern(QStringLiteral("^(?!This plugin does not support)"));
    return pattern;
}

int warnings = 0;

// Qt Test has a handler of its own while it runs, so this one sees only what comes before and after.
void countWarnings(QtMsgType type, const QMessageLogContext&, const QString& message) {
    std::fprintf(stderr, "%s\n", qPrintable(message));
    if (type != QtDebugMsg && type != QtInfoMsg && seriousWarning().match(message).hasMatch()) ++warnings;
}

}  // namespace

void ViewTest::init() {
    QTest::failOnWarning(seriousWarning());
}

int runTest(ViewTest& test, int count, char** arguments) {
    // A known environment: no system theme, no files of the person who runs the tests.
    const QTemporaryDir home;
    qputenv("XDG_RUNTIME_DIR", home.path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    qunsetenv("HOROCYCLE_THEME");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(countWarnings);
    QApplication application(count, arguments);
    ThemeSource::instance().install(application, ThemeChoice::Light);
    ThemeSource::instance().setMotion(false);
    const int failures = QTest::qExec(&test, count, arguments);
    return failures + warnings;
}

}  // namespace horo::views
