#include "views/kit/ViewHeader.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>

#include "views/kit/Buttons.h"
#include "views/kit/ElidedLabel.h"
#include "views/kit/Ground.h"
#include "views/kit/Label.h"
#include "views/kit/MenuButton.h"
#include "views/kit/NumberText.h"
#include "views/kit/ThinProgressBar.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::views {

namespace {

// Where the title begins: padding, icon, gap.
constexpr int titleLeft = metrics::headerPadding + 2 + metrics::smallIconSize + 6;

}  // namespace

ViewHeader::ViewHeader(const QString& iconName, const QString& title, QWidget* parent)
    : QWidget(parent),
      iconName_(iconName),
      title_(new ElidedLabel(title, FontRole::Title)),
      object_(new ElidedLabel({}, FontRole::Base, Token::T3)),
      remark_(new Label({}, FontRole::Meta, Token::T3)),
      counts_(new Label({}, FontRole::Meta, Token::T3)),
      colour_(new MenuButton(tr("Colour"))),
      link_(new IconButton(QStringLiteral("link"), tr("Link selection with other views"))),
      settings_(new IconButton(QStringLiteral("settings"), tr("Settings of this view"))),
      export_(new IconButton(QStringLiteral("export"), tr("Export"))),
      busy_(new ThinProgressBar(2, this)),
      row_(new QHBoxLayout(this)) {
    setGround(*this, Token::Panel);
    setFixedHeight(metrics::headerHeight);
    setAccessibleName(title);
    row_->setContentsMargins(titleLeft, 0, 6, 1);
    row_->setSpacing(0);
    row_->addWidget(title_);
    row_->addSpacing(5);
    row_->addWidget(object_, 1);
    row_->addWidget(remark_);
    row_->addWidget(counts_);
    row_->addWidget(colour_);
    row_->addSpacing(6);
    for (IconButton* button : {link_, settings_, export_})
        row_->addWidget(button);
    title_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    object_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (Label* label : {remark_, counts_}) {
        label->setContentsMargins(8, 0, 8, 0);
        label->hide();
    }
    counts_->setToolTip(tr("drawn / total"));
    colour_->hide();
    link_->setCheckable(true);
    link_->setChecked(true);
    busy_->hide();
    connect(link_, &QToolButton::toggled, this, &ViewHeader::linkToggled);
    connect(settings_, &QToolButton::clicked, this, &ViewHeader::settingsRequested);
    connect(export_, &QToolButton::clicked, this, &ViewHeader::exportRequested);
}

void ViewHeader::popUpSettings(QMenu& menu) {
    menu.exec(settings_->mapToGlobal(QPoint(0, settings_->height() + 2)));
}

void ViewHeader::setTitle(const QString& title) {
    title_->setText(title);
    setAccessibleName(title);
}

void ViewHeader::setObjectText(const QString& object) {
    object_->setText(object);
}

void ViewHeader::setRemark(const QString& remark) {
    remark_->setText(withSemibold(remark));
    giveWay();
}

void ViewHeader::setCounts(std::optional<qint64> drawn, qint64 total) {
    counts_->setText(drawn ? countText(*drawn) + QStringLiteral(" / ") + countText(total) : QString());
    giveWay();
}

void ViewHeader::setOwnControl(QWidget* control) {
    delete own_;
    own_ = control;
    if (control) row_->insertWidget(row_->indexOf(remark_), control);
    giveWay();
}

void ViewHeader::setColourMenu(QMenu* menu) {
    colour_->setMenu(menu);
    colour_->setVisible(menu != nullptr);
    giveWay();
}

void ViewHeader::setColourText(const QString& text) {
    colour_->setValue(text);
    giveWay();
}

void ViewHeader::setButtonsVisible(bool link, bool settings, bool exporting) {
    link_->setVisible(link);
    settings_->setVisible(settings);
    export_->setVisible(exporting);
}

void ViewHeader::setLinked(bool linked) {
    link_->setChecked(linked);
}

bool ViewHeader::isLinked() const {
    return link_->isChecked();
}

void ViewHeader::setBusy(std::optional<double> share) {
    busy_->setVisible(share.has_value());
    if (share) busy_->setShare(*share < 0 ? std::nullopt : share);
}

QSize ViewHeader::sizeHint() const {
    return {400, metrics::headerHeight};
}

QSize ViewHeader::minimumSizeHint() const {
    return {120, metrics::headerHeight};
}

void ViewHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const double size = metrics::smallIconSize;
    paintIcon(painter, QRectF(metrics::headerPadding, (height() - 1 - size) / 2, size, size), iconName_,
              colour(Token::T2));
    paintEdge(painter, rect(), Qt::BottomEdge, colour(Token::Line));
}

void ViewHeader::resizeEvent(QResizeEvent*) {
    busy_->setGeometry(0, height() - 2, width(), 2);
    // Not at once: as the title of a dock it is resized amidst the layout of all docks, which hiding
    // something would begin anew, and the content would keep the size of before.
    QMetaObject::invokeMethod(this, &ViewHeader::giveWay, Qt::QueuedConnection);
}

// In a narrow view first the object elides, then the caption of the colours goes, then remark and counts.
void ViewHeader::giveWay() {
    int room = width() - titleLeft - title_->sizeHint().width() - 20;
    for (QWidget* button :
         {static_cast<QWidget*>(link_), static_cast<QWidget*>(settings_), static_cast<QWidget*>(export_)})
        if (!button->isHidden()) room -= button->sizeHint().width();
    if (own_) room -= own_->sizeHint().width();
    const auto widthOf = [](const Label* label) {
        return label->text().isEmpty() ? 0 : label->sizeHint().width();
    };
    const bool colours = colour_->menu() != nullptr;
    colour_->setCaptionVisible(true);
    const int counts = widthOf(counts_), remark = widthOf(remark_);
    if (colours && colour_->sizeHint().width() + counts + remark > room) colour_->setCaptionVisible(false);
    if (colours) room -= colour_->sizeHint().width();
    counts_->setVisible(counts > 0 && counts <= room);
    remark_->setVisible(remark > 0 && remark + counts <= room);
    // Last of all the menu itself; the settings offer the same choice.
    colour_->setVisible(colours && room >= 0);
}

}  // namespace horo::views
