/** Small lists in the shapes that are imported: two procedures, two provinces with three communes. */
export const HEADER =
  'ma_thu_tuc,ten_thu_tuc,linh_vuc,cap_thuc_hien,doi_tuong_thuc_hien,co_quan_co_tham_quyen,co_quan_thuc_hien,co_quan_phoi_hop,so_quyet_dinh,detail_url';
export const LAND =
  '1.000111,"Đăng ký đất đai, tài sản gắn liền với đất",Đất đai,"Cấp tỉnh, Cấp xã",Công dân Việt Nam,,"Văn phòng đăng ký đất đai, chi nhánh",,12/QĐ-BNNMT,https://example.vn/1';
export const BOAT = '1.000222,Đạt chuẩn đài tàu,Hàng hải,Cấp bộ,Doanh nghiệp,Cục Hàng hải,Cục Hàng hải,,,';
export const UNITS = [
  {
    Code: '01',
    FullName: 'Thành phố Hà Nội',
    Wards: [
      { Code: '00004', FullName: 'Phường Ba Đình', ProvinceCode: '01' },
      { Code: '00008', FullName: 'Phường Ngọc Hà', ProvinceCode: '01' },
    ],
  },
  {
    Code: '20',
    FullName: 'Tỉnh Lạng Sơn',
    Wards: [{ Code: '06325', FullName: 'xã Bắc Sơn', ProvinceCode: '20' }],
  },
];
