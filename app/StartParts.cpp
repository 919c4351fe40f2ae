#include "app/StartParts.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextOption>

#include "views/theme/Fonts.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::app {

using namespace views;

namespace {
constexpr int rowHeight = 32;
constexpr int pictureHeight = 120;
constexpr int cardTextHeight = 78;
}  // namespace

StartRow::StartRow(const QString& icon, const QString& name, const QString& remark, const QString& right,
                   bool rightIsKey, QWidget* parent)
    : QAbstractButton(parent), icon_(icon), remark_(remark), right_(right), rightIsKey_(rightIsKey) {
    setText(name);
    setAccessibleName(name);
    setToolTip(remark);
    setFixedHeight(rowHeight);
    setAttribute(Qt::WA_Hover);
}

QSize StartRow::sizeHint() const {
    return {280, rowHeight};
}

void StartRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus())
        paintBox(painter, rect(), metrics::fieldRadius, underMouse() ? colour(Token::Hover) : QColor(),
                 hasFocus() ? colour(Token::Accent) : QColor());
    paintIcon(painter, QRectF(8, (height() - 16) / 2.0, 16, 16), icon_, colour(Token::T2));
    int right = width() - 8;
    painter.setFont(views::font(FontRole::Meta));
    if (!right_.isEmpty()) {
        const int wide = painter.fontMetrics().horizontalAdvance(right_);
        if (rightIsKey_) {
            const QRect box(right - wide - 10, (height() - 18) / 2, wide + 10, 18);
            paintBox(painter, box, 3, colour(Token::Field), colour(Token::Line2));
            painter.setPen(colour(Token::T3));
            painter.drawText(box, Qt::AlignCenter, right_);
            right = box.left() - 8;
        } else {
            painter.setPen(colour(Token::T3));
            painter.drawText(QRect(right - wide, 0, wide, height()), Qt::AlignVCenter, right_);
            right -= wide + 8;
        }
    }
    painter.setFont(views::font(FontRole::Base, remark_.isEmpty() ? QFont::Normal : QFont::Medium));
    painter.setPen(colour(Token::T1));
    const int nameWidth = std::min(painter.fontMetrics().horizontalAdvance(text()) + 2, right - 32);
    painter.drawText(QRect(32, 0, nameWidth, height()), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, nameWidth));
    painter.setFont(views::font(FontRole::Meta));
    painter.setPen(colour(Token::T3));
    const QRect rest(32 + nameWidth + 10, 0, right - 42 - nameWidth, height());
    if (rest.width() > 20)
        painter.drawText(rest, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(remark_, Qt::ElideRight, rest.width()));
}

SampleCard::SampleCard(const QString& source, const QString& picture, const QString& name,
                       const QString& text, QWidget* parent)
    : QAbstractButton(parent), source_(source), picture_(picture), text_(text) {
    setText(name);
    setAccessibleName(name);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize SampleCard::sizeHint() const {
    return {200, pictureHeight + cardTextHeight};
}

void SampleCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const bool strong = underMouse() || hasFocus();
    paintBox(painter, rect(), metrics::cardRadius, colour(Token::Raise),
             colour(strong ? Token::Accent : Token::Line2));
    QPainterPath clip;
    clip.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::cardRadius - 1,
                        metrics::cardRadius - 1);
    painter.save();
    painter.setClipPath(clip);
    const QRect top(1, 1, width() - 2, pictureHeight - 1);
    painter.fillRect(top, colour(Token::Canvas));
    const QPixmap picture(QStringLiteral(":/horocycle/samples/%1-%2.png")
                              .arg(picture_, Theme::current().isDark() ? "dark" : "light"));
    if (!picture.isNull()) {
        const QSizeF size =
            QSizeF(picture.size()).scaled(top.adjusted(8, 6, -8, -6).size(), Qt::KeepAspectRatio);
        painter.drawPixmap(QRectF(QPointF(top.center().x() - size.width() / 2 + 0.5,
                                          top.center().y() - size.height() / 2 + 0.5),
                                  size),
                           picture, picture.rect());
    }
    painter.restore();
    paintEdge(painter, top, Qt::BottomEdge, colour(Token::Line));
    painter.setFont(views::font(FontRole::Title));
    painter.setPen(colour(Token::T1));
    painter.drawText(QRect(metrics::panelPadding, pictureHeight + 8, width() - 24, 20), Qt::AlignVCenter,
                     text());
    painter.setFont(views::font(FontRole::Meta));
    painter.setPen(colour(Token::T2));
    painter.drawText(QRect(metrics::panelPadding, pictureHeight + 28, width() - 24, 40), Qt::TextWordWrap,
                     text_);
}

DropArea::DropArea(QWidget* parent) : QAbstractButton(parent) {
    setText(tr("Drop anything here"));
    setAccessibleName(tr("Open a file: drop it here or press"));
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize DropArea::sizeHint() const {
    return {280, 132};
}

void DropArea::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(colour(underMouse() || hasFocus() ? Token::Accent : Token::Line2), 1);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(colour(underMouse() ? Token::Hover : Token::Field));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::dropRadius,
                            metrics::dropRadius);
    paintIcon(painter, QRectF(width() / 2.0 - 8, 28, 16, 16), QStringLiteral("add"), colour(Token::Accent));
    painter.setFont(views::font(FontRole::Base, QFont::Medium));
    painter.setPen(colour(Token::T1));
    painter.drawText(QRect(0, 50, width(), 20), Qt::AlignCenter, text());
    painter.setFont(views::font(FontRole::Meta));
    painter.setPen(colour(Token::T2));
    painter.drawText(QRect(16, 72, width() - 32, 40), Qt::AlignHCenter | Qt::TextWordWrap,
                     tr("taxonomies, edge lists, WordNet folders, vectors, texts, sessions"));
}

}  // namespace horo::app
