/** One matter; what it is about is named where several are. */
export interface Matter {
  readonly procedure: string;
  readonly texts: readonly string[];
}

/**
 * Matters as citizens tell them, invented: in each group the texts are about one matter – the same person again, somebody
 * else in other words, without marks, with slips – and no two groups are, though some share procedure and words.
 */
export const MATTERS: readonly Matter[] = [
  {
    procedure: 'Đăng ký, cấp giấy chứng nhận quyền sử dụng đất lần đầu',
    texts: [
      'Nộp hồ sơ cấp giấy chứng nhận quyền sử dụng đất phải đi lại ba lần. Tôi nộp hồ sơ cấp sổ đỏ lần đầu ngày 3/9, cán bộ một cửa nói thiếu bản trích lục, hôm sau bổ sung lại nói thiếu xác nhận của thôn.',
      'Làm sổ đỏ phải đi lại nhiều lần. Tôi nộp hồ sơ cấp sổ đỏ lần đầu ngày 3/9, cán bộ một cửa nói thiếu bản trích lục, bổ sung xong lại bảo thiếu xác nhận của thôn, đến nay chưa nhận hồ sơ.',
      'nop ho so cap giay chung nhan quyen su dung dat phai di lai ba lan, can bo mot cua noi thieu ban trich luc, hom sau bo sung lai noi thieu xac nhan cua thon',
    ],
  },
  {
    procedure: 'Đăng ký, cấp giấy chứng nhận quyền sử dụng đất lần đầu',
    texts: [
      'Cấp giấy chứng nhận quyền sử dụng đất quá hạn hai tháng. Giấy hẹn của tôi ghi ngày 15/7 trả kết quả nhưng đến nay chưa có, gọi điện không ai trả lời.',
      'Trả kết quả sổ đỏ trễ hẹn. Giấy hẹn ghi ngày 15/7 trả kết quả, đến nay hai tháng chưa có, tôi gọi điện không ai trả lời, lên hỏi thì bảo chờ.',
    ],
  },
  {
    procedure: 'Đăng ký khai sinh',
    texts: [
      'Đăng ký khai sinh cho con tại xã phải chờ cán bộ hộ tịch đi họp. Hai buổi sáng thứ ba tôi đến đều không có người ở bàn tư pháp hộ tịch.',
      'Bàn tư pháp hộ tịch của xã không có người. Hai buổi sáng thứ ba tôi đến đăng ký khai sinh cho con đều không có cán bộ, nói là đi họp.',
      'Sáng thứ ba tôi ra xã đăng ký khai sinh, cán bộ hộ tịch đi họp, không có người ở bàn tư pháp hộ tịch, tôi phải về.',
    ],
  },
  {
    procedure: 'Đăng ký khai sinh',
    texts: [
      'Phí đăng ký khai sinh thu không đúng. Đăng ký khai sinh đúng hạn được miễn lệ phí nhưng tôi bị thu 30.000 đồng và không có biên lai.',
      'Thu lệ phí khai sinh sai quy định: tôi đăng ký khai sinh đúng hạn được miễn lệ phí nhưng vẫn bị thu 30.000 đồng, hỏi biên lai thì không có.',
    ],
  },
  {
    procedure: '',
    texts: [
      'Đường Trần Phú đoạn trước cổng trường tiểu học bị đào lên đặt ống nước rồi bỏ đó, mưa xuống thành hố bùn, học sinh ngã.',
      'Đề nghị hoàn trả mặt đường Trần Phú trước cổng trường tiểu học: đào đặt ống nước từ tháng trước rồi bỏ đó, trời mưa thành hố bùn, mấy cháu học sinh đã ngã.',
      'Trước cổng trường tiểu học đường Trần Phú đào đường đặt ống nước xong không lấp, mưa xuống thành hố bùn rất nguy hiểm cho học sinh.',
    ],
  },
  {
    procedure: '',
    texts: [
      'Đèn chiếu sáng đường Trần Phú hỏng ba bóng liền nhau đoạn gần chợ, buổi tối rất tối, đã có người bị cướp giật.',
      'Ba bóng đèn chiếu sáng liền nhau trên đường Trần Phú gần chợ bị hỏng đã lâu, buổi tối rất tối, đề nghị sửa.',
    ],
  },
  {
    procedure: 'Đăng ký thành lập hộ kinh doanh',
    texts: [
      'Dịch vụ công trực tuyến báo lỗi khi nộp hồ sơ đăng ký kinh doanh. Đến bước ký số hệ thống báo lỗi 500, tôi thử ba ngày liền đều vậy.',
      'Hệ thống dịch vụ công báo lỗi 500 ở bước ký số khi nộp hồ sơ đăng ký kinh doanh, thử nhiều ngày liền đều không được.',
      'khong nop duoc ho so dang ky kinh doanh qua mang, den buoc ky so he thong bao loi 500, thu ba ngay lien deu vay',
    ],
  },
  {
    procedure: 'Đăng ký thành lập hộ kinh doanh',
    texts: [
      'Đăng ký kinh doanh hộ cá thể bị yêu cầu giấy tờ ngoài quy định: phòng tài chính đòi hợp đồng thuê nhà công chứng dù thủ tục công bố không có giấy này.',
      'Phòng tài chính yêu cầu thêm hợp đồng thuê nhà công chứng khi đăng ký hộ kinh doanh. Thủ tục công bố không có giấy này, đề nghị xem lại.',
    ],
  },
  {
    procedure: '',
    texts: [
      'Cán bộ tiếp nhận ở bộ phận một cửa phường có thái độ thiếu lịch sự, nói trống không, ném trả hồ sơ trước mặt nhiều người.',
      'Thái độ cán bộ một cửa phường: nói trống không với người lớn tuổi, ném trả hồ sơ trước mặt nhiều người, thiếu lịch sự.',
    ],
  },
  {
    procedure: '',
    texts: [
      'Chờ ở bộ phận một cửa hai tiếng không được gọi số. Máy lấy số hỏng, ai quen thì vào trước, người lớn tuổi phải đứng.',
      'Máy lấy số ở bộ phận một cửa bị hỏng, người quen được vào trước, tôi chờ hai tiếng không được gọi, người lớn tuổi phải đứng.',
    ],
  },
  {
    procedure: 'Thực hiện trợ cấp xã hội hằng tháng',
    texts: [
      'Đề nghị bỏ yêu cầu nộp bản sao hộ khẩu khi làm thủ tục hưởng trợ cấp xã hội hằng tháng vì sổ hộ khẩu giấy đã hết giá trị.',
      'Sổ hộ khẩu giấy đã hết giá trị nhưng thủ tục hưởng trợ cấp xã hội hằng tháng vẫn đòi bản sao hộ khẩu. Kiến nghị bỏ yêu cầu này.',
    ],
  },
  {
    procedure: 'Thực hiện trợ cấp xã hội hằng tháng',
    texts: [
      'Hồ sơ hưởng trợ cấp xã hội hằng tháng của mẹ tôi 82 tuổi nộp từ tháng 5 đến nay không được trả lời, xã bảo huyện giữ, huyện bảo xã chưa gửi.',
      'Mẹ tôi 82 tuổi nộp hồ sơ hưởng trợ cấp xã hội hằng tháng từ tháng 5, xã bảo huyện giữ, huyện lại bảo xã chưa gửi, đến nay không ai trả lời.',
    ],
  },
  {
    procedure: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
    texts: [
      'Quy định về chiều cao hàng rào trong quy chế quản lý kiến trúc mâu thuẫn với giấy phép xây dựng mẫu, kiến nghị thống nhất một văn bản.',
      'Kiến nghị thống nhất quy định chiều cao hàng rào: quy chế quản lý kiến trúc và giấy phép xây dựng mẫu ghi khác nhau, dân không biết theo bên nào.',
    ],
  },
  {
    procedure: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
    texts: [
      'Cấp giấy phép xây dựng nhà ở riêng lẻ chậm. Theo quy định 15 ngày nhưng hồ sơ của tôi 40 ngày vẫn ở phòng quản lý đô thị.',
      'Hồ sơ giấy phép xây dựng nhà ở riêng lẻ của tôi nằm ở phòng quản lý đô thị đã 40 ngày, trong khi quy định là 15 ngày.',
    ],
  },
  {
    procedure: 'Chứng thực bản sao từ bản chính, chứng thực chữ ký',
    texts: [
      'Chứng thực bản sao từ bản chính phải đặt lịch qua mạng, người già không biết dùng điện thoại thông minh thì không làm được.',
      'Người già không dùng điện thoại thông minh không chứng thực được bản sao vì phường bắt đặt lịch qua mạng, đề nghị có quầy không cần đặt lịch.',
    ],
  },
  {
    procedure: 'Chứng thực bản sao từ bản chính, chứng thực chữ ký',
    texts: [
      'Chứng thực chữ ký ở phường thu 20.000 đồng mỗi bản, cao hơn mức 10.000 đồng niêm yết tại trụ sở.',
      'Phường thu phí chứng thực chữ ký 20.000 đồng mỗi bản trong khi niêm yết tại trụ sở là 10.000 đồng, đề nghị trả lại.',
    ],
  },
];
