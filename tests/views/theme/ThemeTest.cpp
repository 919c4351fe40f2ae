#include <QtCore/QFile>
#include <QtGui/QFontInfo>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <cmath>

#include "tests/views/TestMain.h"
#include "views/theme/Fonts.h"
#include "views/theme/Icons.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"
#include "views/theme/ThemeSource.h"

using namespace horo::views;

namespace {

double luminance(const QColor& colour) {
    const auto linear = [](double c) { return c <= .03928 ? c / 12.92 : std::pow((c + .055) / 1.055, 2.4); };
    return .2126 * linear(colour.redF()) + .7152 * linear(colour.greenF()) + .0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + .05) / (std::min(x, y) + .05);
}

QImage painted(const QIcon& icon, QIcon::Mode mode, QIcon::State state, int pixels) {
    return icon.pixmap(QSize(pixels, pixels), mode, state).toImage().convertToFormat(QImage::Format_ARGB32);
}

/// The colour of the most opaque pixel.
QColor ink(const QImage& image) {
    QColor best = Qt::transparent;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).alpha() > best.alpha()) best = image.pixelColor(x, y);
    return best;
}

int distance(const QColor& a, const QColor& b) {
    return std::max(
        {std::abs(a.red() - b.red()), std::abs(a.green() - b.green()), std::abs(a.blue() - b.blue())});
}

}  // namespace

class ThemeTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { ThemeSource::instance().choose(ThemeChoice::Light); }

    void textCanBeRead() {
        for (const bool dark : {false, true}) {
            const Theme theme = Theme::builtIn(dark);
            QCOMPARE(theme.isDark(), dark);
            for (const Token text : {Token::T1, Token::T2, Token::T3})
                for (const Token ground : {Token::Canvas, Token::Panel, Token::Field, Token::Raise})
                    QVERIFY2(contrast(theme.colour(text), theme.colour(ground)) >= 4.3,
                             qPrintable(QStringLiteral("%1 on %2, dark %3: %4")
                                            .arg(tokenName(text), tokenName(ground))
                                            .arg(dark)
                                            .arg(contrast(theme.colour(text), theme.colour(ground)))));
        }
    }

    void aFaultyThemeSaysWhere() {
        QFile file(QStringLiteral(":/horocycle/theme/light.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        QVERIFY(Theme::fromJson(text));
        QString problem;
        QVERIFY(!Theme::fromJson("{", &problem));
        QVERIFY(!problem.isEmpty());
        QVERIFY(!Theme::fromJson(text.replace("#3F5BD8", "blueish"), &problem));
        QVERIFY2(problem.contains("accent") && problem.contains("blueish"), qPrintable(problem));
    }

    void switchingReachesPaletteIconsAndWidgets() {
        const QIcon tree = icon("tree");
        QPushButton button("Plain");
        button.resize(80, 28);
        const QColor before = ink(painted(tree, QIcon::Normal, QIcon::Off, 32));
        const QImage buttonBefore = button.grab().toImage();
        QSignalSpy changed(&ThemeSource::instance(), &ThemeSource::changed);

        ThemeSource::instance().choose(ThemeChoice::Dark);

        QCOMPARE(changed.count(), 1);
        QVERIFY(Theme::current().isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::builtIn(true).colour(Token::Panel));
        QVERIFY(distance(ink(painted(tree, QIcon::Normal, QIcon::Off, 32)), before) > 40);
        QVERIFY(button.grab().toImage() != buttonBefore);
        ThemeSource::instance().choose(ThemeChoice::Dark);
        QCOMPARE(changed.count(), 1);
    }

    void theEnvironmentWins() {
        qputenv("HOROCYCLE_THEME", "dark");
        ThemeSource::instance().choose(ThemeChoice::Light);
        QVERIFY(Theme::current().isDark());
        qunsetenv("HOROCYCLE_THEME");
        ThemeSource::instance().choose(ThemeChoice::Light);
        QVERIFY(!Theme::current().isDark());
    }

    void everyIconIsDrawn() {
        QVERIFY(iconNames().size() >= 46);
        for (const QString& name : iconNames())
            for (const int pixels : {12, 16, 32}) {
                const QImage image = painted(icon(name), QIcon::Normal, QIcon::Off, pixels);
                QVERIFY2(ink(image).alpha() > 120, qPrintable(name));
            }
    }

    void iconsTellTheirState() {
        const QIcon link = icon("link");
        const auto isNear = [&](QIcon::Mode mode, QIcon::State state, Token token) {
            return distance(ink(painted(link, mode, state, 64)), colour(token)) <= 3;
        };
        QVERIFY(isNear(QIcon::Normal, QIcon::Off, Token::T2));
        QVERIFY(isNear(QIcon::Active, QIcon::Off, Token::T1));
        QVERIFY(isNear(QIcon::Active, QIcon::On, Token::Accent));
        QVERIFY(isNear(QIcon::Disabled, QIcon::Off, Token::T4));
        QVERIFY2(isNear(QIcon::Normal, QIcon::On, Token::T2), "an open branch of a tree is not switched on");
    }

    void anUnknownIconIsReported() {
        QTest::ignoreMessage(QtWarningMsg, "there is no icon \"unicorn\"");
        QVERIFY(icon("unicorn").isNull());
    }

    void fontsAreTheBundledOnes() {
        QCOMPARE(QFontInfo(font(FontRole::Base)).family(), QStringLiteral("Horocycle Tabular"));
        QCOMPARE(QFontInfo(font(FontRole::Display)).family(), QStringLiteral("Horocycle Display"));
        QCOMPARE(QFontInfo(font(FontRole::Mono)).family(), QStringLiteral("Horocycle Mono"));
        for (const auto weight : {QFont::Normal, QFont::Medium, QFont::DemiBold, QFont::Bold})
            QCOMPARE(QFontInfo(font(FontRole::Base, weight)).weight(), int(weight));
        QVERIFY(QFontInfo(font(FontRole::Caption)).italic());
    }

    void digitsHaveEqualWidths() {
        for (const auto role :
             {FontRole::Base, FontRole::Meta, FontRole::Tick, FontRole::Title, FontRole::Name}) {
            const QFontMetricsF metrics(font(role));
            for (int digit = 1; digit < 10; ++digit)
                QVERIFY(std::abs(metrics.horizontalAdvance(QString::number(digit)) -
                                 metrics.horizontalAdvance("0")) < .05);
        }
    }

    void aShadowFallsAroundTheCard() {
        QImage image(120, 120, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintShadow(painter, QRect(40, 40, 40, 40), 8);
        painter.end();
        QVERIFY(image.pixelColor(60, 84).lightness() < 250);
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
        QVERIFY2(image.pixelColor(60, 84).lightness() < image.pixelColor(60, 36).lightness(),
                 "it falls downwards");
    }
};

HOROCYCLE_TEST_MAIN(ThemeTest)
#include "ThemeTest.moc"
