#include "views/theme/Icons.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

#include <memory>

#include "views/theme/Resources.h"
#include "views/theme/Theme.h"

namespace horo::views {

namespace {

QString pathOf(const QString& name) {
    useResources();
    return QStringLiteral(":/horocycle/icons/%1.svg").arg(name);
}

// QtSvg knows no currentColor, so each colour is a drawing of its own; there are few.
QSvgRenderer& drawing(const QString& path, const QColor& colour) {
    static QHash<QString, std::shared_ptr<QSvgRenderer>> drawings;
    auto& entry = drawings[path + colour.name(QColor::HexArgb)];
    if (!entry) {
        QFile file(path);
        QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<svg/>");
        entry = std::make_shared<QSvgRenderer>(text.replace("currentColor", colour.name().toLatin1()));
    }
    return *entry;
}

class ThemedIconEngine : public QIconEngine {
public:
    ThemedIconEngine(QString name, Token rest) : name_(std::move(name)), rest_(rest) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        paintIcon(*painter, rect, name_, colour(tokenFor(mode, state)));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new ThemedIconEngine(name_, rest_); }
    QString key() const override { return QStringLiteral("horocycle"); }
    QString iconName() override { return name_; }

private:
    Token tokenFor(QIcon::Mode mode, QIcon::State state) const {
        if (mode == QIcon::Disabled) return Token::T4;
        // Item views paint the icon of an open branch as "on", but only buttons paint it active as well.
        if (mode == QIcon::Active && state == QIcon::On) return Token::Accent;
        if (mode == QIcon::Active && rest_ == Token::T2) return Token::T1;
        return rest_;
    }

    QString name_;
    Token rest_;
};

}  // namespace

QIcon icon(const QString& name) {
    return icon(name, Token::T2);
}

QIcon icon(const QString& name, Token rest) {
    if (!QFile::exists(pathOf(name))) {
        qWarning("there is no icon \"%s\"", qPrintable(name));
        return {};
    }
    return QIcon(new ThemedIconEngine(name, rest));
}

void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& colour) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(painter.opacity() * colour.alphaF());
    drawing(pathOf(name), colour).render(&painter, rect);
    painter.restore();
}

void paintLogo(QPainter& painter, const QRectF& rect) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 40, rect.height() / 40);
    // Small marks need thicker lines to stay as dark as text.
    const double width = rect.width() < 32 ? 2.8 : 2;
    const auto circle = [&](double x, double radius, Token token, double opacity) {
        painter.setPen(QPen(Theme::current().colour(token, opacity), width));
        painter.drawEllipse(QPointF(x, 20), radius, radius);
    };
    circle(31.1, 6.9, Token::Accent, .55);
    circle(20, 18, Token::T1, 1);
    circle(26, 12, Token::Accent, 1);
    painter.restore();
}

QIcon applicationIcon() {
    useResources();
    return QIcon(QStringLiteral(":/horocycle/logo/horocycle.svg"));
}

QStringList iconNames() {
    useResources();
    QStringList names = QDir(QStringLiteral(":/horocycle/icons")).entryList({QStringLiteral("*.svg")});
    for (QString& name : names)
        name.chop(4);
    names.sort();
    return names;
}

}  // namespace horo::views
