// Shows every part of the interface. With --screenshot it draws them into a picture and ends.
#include <QtCore/QCommandLineParser>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include "tests/views/gallery/Gallery.h"
#include "views/theme/ThemeSource.h"

int main(int count, char** arguments) {
    using namespace horo::views;
    for (int i = 1; i + 1 < count; ++i)  // the scale must be known before Qt starts
        if (QByteArray(arguments[i]) == "--scale") qputenv("QT_SCALE_FACTOR", arguments[i + 1]);

    QApplication application(count, arguments);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption screenshot("screenshot", "Write a picture and end.", "file");
    const QCommandLineOption theme("theme", "light or dark", "name", "light");
    const QCommandLineOption scale("scale", "Pixels a point.", "number", "1");
    const QCommandLineOption page("page", "Only this page.", "name", "kit");
    parser.addOptions({screenshot, theme, scale, page});
    parser.process(application);

    ThemeSource::instance().install(application,
                                    parser.value(theme) == "dark" ? ThemeChoice::Dark : ThemeChoice::Light);
    const auto gallery = gallery::makePage(parser.value(page));
    if (!gallery) qFatal("there is no page \"%s\"", qPrintable(parser.value(page)));
    gallery->show();
    if (parser.isSet(screenshot)) {
        // Two turns of the event loop: one lays out, one paints.
        QTimer::singleShot(400, &application, [&] {
            const bool saved = gallery->grab().save(parser.value(screenshot));
            QApplication::exit(saved ? 0 : 1);
        });
    }
    return QApplication::exec();
}
